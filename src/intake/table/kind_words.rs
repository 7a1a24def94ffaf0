//! Types and actions as delegations write them.

use crate::comment::{Action, Kind};
use crate::intake::table::fold::folded;

#[rustfmt::skip]
const KINDS: &[(Kind, &str)] = &[
    (Kind::General, "general|ge|gen|g|gl|generale|generaux|generales|observation generale|comentario general|общее|общии|общая|общие|общее замечание|عام|عامه|تعليق عام|一般|一般性|总体|总体性|通用"),
    (Kind::Substantive, "substantive|substantial|substance|subst|sub|s|te|technical|tech|t|policy|legal|major substantive|sur le fond|de fond|fond|substantiel|substantielle|technique|te technique|sustantivo|sustantiva|sustancial|de fondo|fondo|tecnico|tecnica|по существу|существенное|существенныи|существенная|содержательное|содержательныи|техническое|техническии|техническая|موضوعي|موضوعيه|جوهري|جوهريه|تقني|تقنيه|فني|فنيه|实质|实质性|实质的|实质性意见|技术|技术性"),
    (Kind::Editorial, "editorial|ed|edit|e|drafting|wording|typo|typographical|grammar|linguistic|redactionnel|redactionnelle|redaction|editorial e|editoriale|de forme|forme|redaccional|de redaccion|redaccion|de forma|редакционное|редакционныи|редакционная|редакционные|редакторское|стилистическое|تحريري|تحريريه|صياغي|صياغه|لغوي|编辑|编辑性|文字|文字性|文字上|编辑性意见"),
    (Kind::Translation, "translation|transl|tr|language|traduction|traduccion|перевод|переводческое|по переводу|ترجمه|الترجمه|翻译|译文"),
    (Kind::Question, "question|query|clarification|request for clarification|qu|pregunta|aclaracion|consulta|demande de precision|clarification demandee|вопрос|уточнение|سؤال|استيضاح|توضيح|问题|提问|询问|澄清"),
    (Kind::Practice, "practice|national practice|state practice|good practice|pratique|pratique nationale|practica|practica nacional|практика|национальная практика|ممارسه|ممارسه وطنيه|国家实践|实践|做法"),
];

#[rustfmt::skip]
const ACTIONS: &[(Action, &str)] = &[
    (Action::Add, "add|addition|insert|insertion|new|new text|new paragraph|ajouter|ajout|inserer|insertion|anadir|agregar|adicion|insertar|incluir|добавить|добавление|дополнить|включить|вставить|اضافه|اضف|ادراج|增加|增添|添加|新增|加入|插入"),
    (Action::Amend, "amend|amendment|modify|modification|mod|change|replace|replacement|reword|rewording|revise|edit|modifier|remplacer|amender|reformuler|changer|modificar|modificacion|enmendar|reemplazar|sustituir|cambiar|изменить|изменение|заменить|замена|поправка|скорректировать|تعديل|عدل|تغيير|استبدال|ابدال|修改|修正|更改|替换|改写|修订"),
    (Action::Delete, "delete|deletion|remove|strike|strike out|sup|supprimer|suppression|biffer|suprimir|supresion|eliminar|borrar|исключить|исключение|удалить|удаление|снять|вычеркнуть|изъять|حذف|احذف|تحذف|يحذف|شطب|تشطب|يشطب|الغاء|تلغي|يلغي|删除|删去|删|去掉"),
    (Action::Move, "move|relocate|transfer|deplacer|deplacement|transferer|trasladar|traslado|mover|reubicar|переместить|перемещение|перенести|перенос|نقل|انقل|移动|移至|挪动"),
    (Action::Retain, "retain|keep|maintain|preserve|noc|no change|no changes|keep as is|retain as is|maintenir|conserver|garder|maintien|sans changement|mantener|conservar|sin cambios|сохранить|сохранение|оставить|без изменении|ابقاء|الابقاء|احتفاظ|بدون تغيير|دون تغيير|保留|维持|不变|保持不变"),
    (Action::None, "none|no action|comment only|aucune|aucun|neant|ninguna|ninguno|нет|не требуется|لا|لا اجراء|لا شيء|无|没有"),
];

/// The type that a cell tells; absent where it is no known word. `ge/te` tells the weightier one.
pub(super) fn kind(text: &str) -> Option<Kind> {
    let parts = text.split(['/', ',', ';', '+', '&', '(', ')', '\n', '，', '、', '،']);
    let told = |words: &str| {
        let words = folded(words);
        let named =
            Kind::WORDS.iter().find(|(_, kind)| kind.names().iter().any(|name| folded(name) == words));
        named.map(|(_, kind)| *kind).or_else(|| found(KINDS, &words))
    };
    told(text).or_else(|| {
        let parts: Option<Vec<Kind>> = parts.filter(|part| !folded(part).is_empty()).map(told).collect();
        let weight = |kind: &Kind| {
            [Kind::Substantive, Kind::General].iter().position(|other| other == kind).unwrap_or(2)
        };
        parts?.into_iter().min_by_key(weight)
    })
}

/// The action that a cell tells; absent where it is no known word.
pub(super) fn action(text: &str) -> Option<Action> {
    let words = folded(text);
    let named =
        Action::WORDS.iter().find(|(_, action)| action.names().iter().any(|name| folded(name) == words));
    named.map(|(_, action)| *action).or_else(|| found(ACTIONS, &words)).or_else(|| {
        let mut parts =
            text.split(['/', ',', ';', '(', ')', ' ', '\n']).map(folded).filter(|part| !part.is_empty());
        parts.next().and_then(|first| found(ACTIONS, &first))
    })
}

/// What a cell for proposed wording asks where it holds no wording: `Delete.`, `Supprimer le paragraphe`.
pub(super) fn instruction(text: &str) -> Option<Action> {
    let words = folded(text);
    let short = words.split(' ').count() <= 6 && words.chars().count() <= 48;
    if !short || text.contains(['"', '“', '«', '”', '»', '„', '‘', '「', '“']) {
        return None;
    }
    let asked = [Action::Delete, Action::Retain].into_iter().find(|action| {
        ACTIONS.iter().filter(|(other, _)| other == action).flat_map(|(_, words)| words.split('|')).any(
            |known| {
                let han = known.chars().any(crate::text::unspaced);
                let begins = words == known
                    || words.strip_prefix(known).is_some_and(|rest| han || rest.starts_with(' '));
                let ends =
                    words.ends_with(&format!("be {known}d")) || words.ends_with(&format!("to be {known}"));
                begins || ends || words.ends_with(&format!("be {known}ed"))
            },
        )
    })?;
    let rest_is_of_places = words.split(' ').skip(1).all(|word| {
        let meaning = crate::intake::table::place_words::PlaceWord::of(word);
        meaning.is_some() || word.bytes().all(|b| b.is_ascii_digit()) || OF_TEXT.contains(&word)
    });
    let passive = words.contains(" be ") || words.starts_with("be ");
    let han = words.chars().any(crate::text::unspaced);
    (rest_is_of_places || passive || han).then_some(asked)
}

/// Words that speak of the text itself beside a wish.
const OF_TEXT: [&str; 38] = [
    "this",
    "entire",
    "entirely",
    "as",
    "is",
    "it",
    "whole",
    "paragraph",
    "please",
    "ce",
    "cet",
    "cette",
    "este",
    "esta",
    "completo",
    "entierement",
    "tel",
    "quel",
    "как",
    "есть",
    "этот",
    "данныи",
    "весь",
    "полностью",
    "هذه",
    "كلها",
    "باكملها",
    "كما",
    "هي",
    "its",
    "entirety",
    "bis",
    "change",
    "changes",
    "text",
    "current",
    "todo",
    "en",
];

fn found<T: Copy>(known: &[(T, &str)], words: &str) -> Option<T> {
    known.iter().find(|(_, names)| names.split('|').any(|name| name == words)).map(|(meaning, _)| *meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_in_six_languages_and_as_the_forms_have_them() {
        for (_, known) in Kind::WORDS {
            for name in known.names() {
                assert_eq!(kind(&name.to_uppercase()), Some(*known), "{name}");
            }
        }
        for (text, expected) in [
            ("ge", Kind::General),
            ("te", Kind::Substantive),
            ("Ed.", Kind::Editorial),
            ("technical", Kind::Substantive),
            ("Substantive comment", Kind::Substantive),
            ("te/ed", Kind::Substantive),
            ("rédactionnelle", Kind::Editorial),
            ("техническое", Kind::Substantive),
            ("تقني", Kind::Substantive),
            ("实质性意见", Kind::Substantive),
            ("Translation", Kind::Translation),
        ] {
            let read = kind(text).or_else(|| kind(text.split(' ').next().unwrap_or_default()));
            assert_eq!(read, Some(expected), "{text}");
        }
        assert_eq!(kind("major"), None);
        assert_eq!(kind("ge/major"), None);
    }

    #[test]
    fn a_wish_may_stand_where_wording_should() {
        for text in [
            "Delete",
            "Delete.",
            "Delete paragraph 12",
            "To be deleted",
            "delete this paragraph",
            "Supprimer le paragraphe",
            "Suprimir",
            "исключить",
            "Исключить этот пункт",
            "حذف",
            "حذف الفقرة",
            "删除",
            "删除本段",
            "Remove",
        ] {
            assert_eq!(instruction(text), Some(Action::Delete), "{text}");
        }
        assert_eq!(instruction("Retain as is"), Some(Action::Retain));
        for text in [
            "States should delete such data",
            "Delete \"may\"",
            "Deleted data should be restored",
            "Keep calm",
            "States",
        ] {
            assert_eq!(instruction(text), None, "{text}");
        }
        assert_eq!(action("MOD"), Some(Action::Amend));
        assert_eq!(action("Supprimer"), Some(Action::Delete));
        assert_eq!(action("Replace with new text"), Some(Action::Amend));
        assert_eq!(action("perhaps"), None);
    }
}
