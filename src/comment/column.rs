//! The comment table as delegations know it: what stands in each column, named in six languages.

use crate::comment::{Action, Kind};
use crate::draft::Language;

/// The languages of the names below, in this order.
const LANGUAGES: [&str; 6] = ["en", "fr", "es", "ru", "ar", "zh"];

/// One column of the comment table (FIELD.md, sections 2 and 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The comment's number, or its public name.
    Number,
    /// Who speaks.
    Delegation,
    /// For whom else.
    OnBehalfOf,
    /// The lasting id of the passage, written in by the form.
    Id,
    /// The paragraph as cited.
    Paragraph,
    /// The passage as it stands, written in by the form.
    Wording,
    /// The words concerned.
    Quote,
    /// What sort of comment it is.
    Type,
    /// What it asks.
    Action,
    /// The wording it asks for.
    Proposal,
    /// The view and the reason.
    Comment,
    /// The guiding question answered.
    Question,
    /// The language of the comment.
    Language,
    /// What became of it.
    Outcome,
    /// What the co-chairs say.
    Response,
    /// Where the next version shows it.
    ShownIn,
    /// The comment it is answered together with.
    See,
}

impl Column {
    /// All of them, in the order of the comment table.
    pub const ALL: [Column; 17] = [
        Column::Number,
        Column::Delegation,
        Column::OnBehalfOf,
        Column::Id,
        Column::Paragraph,
        Column::Wording,
        Column::Quote,
        Column::Type,
        Column::Action,
        Column::Proposal,
        Column::Comment,
        Column::Question,
        Column::Language,
        Column::Outcome,
        Column::Response,
        Column::ShownIn,
        Column::See,
    ];

    /// Its heading in a language; in English where the six do not hold that language.
    pub fn name(self, language: &Language) -> &'static str {
        in_language(self.names(), language)
    }

    /// Its headings in English, French, Spanish, Russian, Arabic and Chinese.
    #[rustfmt::skip]
    pub fn names(self) -> [&'static str; 6] {
        match self {
            Column::Number => ["No.", "N°", "N.º", "№", "الرقم", "序号"],
            Column::Delegation => ["Delegation", "Délégation", "Delegación", "Делегация", "الوفد", "代表团"],
            Column::OnBehalfOf => ["On behalf of", "Au nom de", "En nombre de", "От имени", "باسم", "代表谁发言"],
            Column::Id => ["Reference", "Référence", "Referencia", "Обозначение", "المرجع", "编号"],
            Column::Paragraph => ["Paragraph", "Paragraphe", "Párrafo", "Пункт", "الفقرة", "段落"],
            Column::Wording => ["Current wording", "Texte actuel", "Texto actual", "Нынешняя формулировка", "النص الحالي", "现行案文"],
            Column::Quote => ["Words concerned", "Mots concernés", "Palabras en cuestión", "Соответствующие слова", "العبارة المعنية", "所涉措辞"],
            Column::Type => ["Type", "Type", "Tipo", "Тип", "النوع", "类型"],
            Column::Action => ["Action asked", "Suite demandée", "Acción solicitada", "Запрашиваемое действие", "الإجراء المطلوب", "所提要求"],
            Column::Proposal => ["Proposed wording", "Libellé proposé", "Redacción propuesta", "Предлагаемая формулировка", "الصياغة المقترحة", "拟议案文"],
            Column::Comment => ["Comment and reason", "Observation et motif", "Comentario y motivo", "Замечание и обоснование", "التعليق والسبب", "意见和理由"],
            Column::Question => ["Guiding question", "Question d’orientation", "Pregunta orientadora", "Вопрос для обсуждения", "السؤال التوجيهي", "指导性问题"],
            Column::Language => ["Language", "Langue", "Idioma", "Язык", "اللغة", "语言"],
            Column::Outcome => ["Outcome", "Suite donnée", "Resultado", "Итог", "النتيجة", "处理结果"],
            Column::Response => ["Response of the co-chairs", "Réponse des coprésidents", "Respuesta de los copresidentes", "Ответ сопредседателей", "رد الرؤساء المشاركين", "共同主席的答复"],
            Column::ShownIn => ["Where shown", "Où cela apparaît", "Dónde se refleja", "Где отражено", "موضع الانعكاس", "体现之处"],
            Column::See => ["Answered together with", "Traitée avec", "Respondido junto con", "Рассмотрено вместе с", "يُجاب عنه مع", "一并答复"],
        }
    }
}

impl Kind {
    /// The type as a table in a language writes it.
    pub fn name(self, language: &Language) -> &'static str {
        in_language(self.names(), language)
    }

    /// In English, French, Spanish, Russian, Arabic and Chinese.
    #[rustfmt::skip]
    pub fn names(self) -> [&'static str; 6] {
        match self {
            Kind::General => ["general", "général", "general", "общее", "عام", "一般"],
            Kind::Substantive => ["substantive", "de fond", "sustantivo", "по существу", "موضوعي", "实质性"],
            Kind::Editorial => ["editorial", "rédactionnel", "editorial", "редакционное", "تحريري", "编辑性"],
            Kind::Translation => ["translation", "traduction", "traducción", "перевод", "ترجمة", "翻译"],
            Kind::Question => ["question", "question", "pregunta", "вопрос", "سؤال", "提问"],
            Kind::Practice => ["practice", "pratique nationale", "práctica nacional", "национальная практика", "ممارسة وطنية", "国家实践"],
        }
    }
}

impl Action {
    /// The wish as a table in a language writes it.
    pub fn name(self, language: &Language) -> &'static str {
        in_language(self.names(), language)
    }

    /// In English, French, Spanish, Russian, Arabic and Chinese.
    #[rustfmt::skip]
    pub fn names(self) -> [&'static str; 6] {
        match self {
            Action::Add => ["add", "ajouter", "añadir", "добавить", "إضافة", "增加"],
            Action::Amend => ["amend", "modifier", "modificar", "изменить", "تعديل", "修改"],
            Action::Delete => ["delete", "supprimer", "suprimir", "исключить", "حذف", "删除"],
            Action::Move => ["move", "déplacer", "trasladar", "переместить", "نقل", "移动"],
            Action::Retain => ["retain", "maintenir", "mantener", "сохранить", "إبقاء", "保留"],
            Action::None => ["none", "aucune", "ninguna", "не требуется", "لا إجراء", "无"],
        }
    }
}

fn in_language(names: [&'static str; 6], language: &Language) -> &'static str {
    let at = LANGUAGES.iter().position(|code| *code == language.as_str());
    names[at.unwrap_or_default()]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_columns_bear_one_name_in_any_language() {
        for (at, language) in LANGUAGES.iter().enumerate() {
            let names: BTreeSet<&str> = Column::ALL.iter().map(|column| column.names()[at]).collect();
            assert_eq!(names.len(), Column::ALL.len(), "{language}");
            let kinds: BTreeSet<&str> = Kind::WORDS.iter().map(|(_, kind)| kind.names()[at]).collect();
            assert_eq!(kinds.len(), Kind::WORDS.len(), "{language}");
            let actions: BTreeSet<&str> =
                Action::WORDS.iter().map(|(_, action)| action.names()[at]).collect();
            assert_eq!(actions.len(), Action::WORDS.len(), "{language}");
        }
    }

    #[test]
    fn a_language_beyond_the_six_is_named_in_english() {
        let (zh, pt) = (Language::parse("zh").unwrap(), Language::parse("pt").unwrap());
        assert_eq!(Column::Delegation.name(&zh), "代表团");
        assert_eq!(Column::Delegation.name(&pt), "Delegation");
        assert_eq!(Action::Retain.name(&zh), "保留");
    }
}
