//! The wording of generated texts: sentences of five parts, said in any of the six languages.

use crate::draft::Language;

/// A sentence, as a choice for each of its parts: who, with what force, does, what, when.
pub(super) type Sentence = [usize; PARTS];

/// How many parts a sentence has, and how many choices there are for each.
pub(super) const PARTS: usize = 5;
pub(super) const CHOICES: usize = 8;

/// One language: its code, what stands between the parts, what ends a sentence, and the parts.
type Wording = (&'static str, &'static str, &'static str, [&'static str; PARTS]);

const WORDINGS: [Wording; 6] = [
    (
        "en",
        " ",
        ".",
        [
            "States|Parties|Technology companies|Commanders|Medical services|Relief bodies|Network operators|Ministries",
            "should|must|may|ought to|undertake to|are invited to|are encouraged to|have to",
            "record|review|protect|publish|mark|separate|restore|examine",
            "lists of hospitals|the data of patients|shared power lines|water registers|the keys of relief depots|notices to civilians|maps of cables|reports on outages",
            "before an operation begins|without delay|at regular intervals|once a year|as soon as danger has passed|whatever tool is used|in the languages of the region|under independent eyes",
        ],
    ),
    (
        "fr",
        " ",
        ".",
        [
            "Les États|Les parties|Les entreprises|Les chefs militaires|Les services sanitaires|Les secours|Les exploitants de réseaux|Les ministères",
            "devraient|doivent|peuvent|auraient à|s’engagent à|sont invités à|sont encouragés à|ont à",
            "consigner|réviser|protéger|publier|signaler|séparer|rétablir|examiner",
            "les listes d’hôpitaux|les données des patients|les lignes électriques communes|les registres d’eau|les clés des dépôts|les avis aux civils|les cartes des câbles|les rapports de panne",
            "avant toute opération|sans délai|à intervalles réguliers|une fois par an|dès que le danger est passé|quel que soit l’outil|dans les langues de la région|sous un regard indépendant",
        ],
    ),
    (
        "es",
        " ",
        ".",
        [
            "Los Estados|Las partes|Las empresas|Los mandos|Los servicios médicos|Los socorristas|Los operadores de redes|Los ministerios",
            "deberían|deben|pueden|tendrían que|se comprometen a|están invitados a|son alentados a|han de",
            "registrar|revisar|proteger|publicar|señalar|separar|restablecer|examinar",
            "las listas de hospitales|los datos de pacientes|las líneas eléctricas comunes|los registros de agua|las llaves de los depósitos|los avisos a civiles|los mapas de cables|los informes de averías",
            "antes de cada operación|sin demora|a intervalos regulares|una vez al año|cuando pase el peligro|sea cual sea la herramienta|en las lenguas de la región|bajo mirada independiente",
        ],
    ),
    (
        "ru",
        " ",
        ".",
        [
            "Государства|Стороны|Компании|Командиры|Медицинские службы|Службы помощи|Операторы сетей|Министерства",
            "должны бы|обязаны|могут|призваны|обязуются|приглашаются|поощряются|имеют долг",
            "записывать|пересматривать|защищать|публиковать|обозначать|разделять|восстанавливать|изучать",
            "списки больниц|данные пациентов|общие линии питания|водные реестры|ключи складов|извещения населению|карты кабелей|отчёты о сбоях",
            "до начала операции|без промедления|через равные сроки|раз в год|когда минует опасность|каким бы ни было средство|на языках края|под сторонним надзором",
        ],
    ),
    (
        "ar",
        " ",
        ".",
        [
            "الدول|الأطراف|الشركات|القادة|الخدمات الطبية|هيئات الإغاثة|مشغلو الشبكات|الوزارات",
            "ينبغي أن|يجب أن|يجوز أن|حري أن|تتعهد بأن|مدعوة إلى أن|تشجع على أن|عليها أن",
            "تسجل|تراجع|تحمي|تنشر|تميز|تفصل|تستعيد|تفحص",
            "قوائم المستشفيات|بيانات المرضى|خطوط الكهرباء المشتركة|سجلات المياه|مفاتيح المستودعات|إشعارات المدنيين|خرائط الكابلات|تقارير الأعطال",
            "قبل بدء العملية|دون إبطاء|على فترات منتظمة|مرة كل سنة|حين يزول الخطر|أيا كانت الأداة|بلغات المنطقة|تحت نظر مستقل",
        ],
    ),
    (
        "zh",
        "",
        "。",
        [
            "各国|各方|科技企业|指挥官|医疗机构|救援组织|网络运营者|各部委",
            "应当|必须|可以|理应|承诺|受邀|宜于|有责任",
            "记录|复核|保护|公布|标明|分开|恢复|审查",
            "医院名单|病人资料|共用电线|用水登记簿|仓库钥匙|平民通知|电缆地图|故障报告",
            "于行动之前|而不迟延|定期为之|每年一次|在危险过后|不论用何工具|用当地语言|受独立监督",
        ],
    ),
];

/// The languages that texts can be generated in.
pub(super) fn languages() -> impl Iterator<Item = &'static str> {
    WORDINGS.iter().map(|(code, ..)| *code)
}

/// Says some parts of a sentence, without what ends it.
pub(super) fn said(
    sentence: &Sentence,
    parts: std::ops::RangeInclusive<usize>,
    language: &Language,
) -> String {
    let (_, between, _, words) = wording(language);
    let part = |at: usize| words[at].split('|').nth(sentence[at] % CHOICES).unwrap_or_default();
    parts.map(part).collect::<Vec<_>>().join(between)
}

/// Says several sentences.
pub(super) fn paragraph(sentences: &[Sentence], language: &Language) -> String {
    let (_, between, end, _) = wording(language);
    let sentence = |sentence: &Sentence| said(sentence, 0..=PARTS - 1, language) + end;
    sentences.iter().map(sentence).collect::<Vec<_>>().join(between)
}

fn wording(language: &Language) -> &'static Wording {
    WORDINGS.iter().find(|(code, ..)| *code == language.as_str()).unwrap_or(&WORDINGS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_all_its_choices() {
        for (code, _, _, parts) in &WORDINGS {
            for part in parts {
                assert_eq!(part.split('|').count(), CHOICES, "{code}: {part}");
            }
        }
        let zh = Language::parse("zh").expect("a code");
        assert_eq!(paragraph(&[[0, 1, 2, 0, 1]], &zh), "各国必须保护医院名单而不迟延。");
    }
}
