//! Sentences of our own in six languages, each with the strength words that a reader counts in it.

use crate::text::{Degree, has_strength_words, strengths};

/// Holds sentences against the words expected in them.
#[track_caller]
fn reads(language: &str, sentences: &[(&str, &[&str])]) {
    assert!(sentences.len() >= 20, "{language}: {} sentences", sentences.len());
    let mut wrong = Vec::new();
    for (text, expected) in sentences {
        let found = strengths(language, text);
        let forms: Vec<&str> = found.counted.iter().map(|word| word.form.as_str()).collect();
        if forms != *expected {
            wrong.push(format!("{text}\n  found {forms:?}, expected {expected:?}"));
        }
        for word in &found.counted {
            assert!(text.get(word.span.clone()).is_some_and(|words| !words.is_empty()), "{text}");
        }
    }
    assert!(wrong.is_empty(), "{language}:\n{}", wrong.join("\n"));
}

#[test]
fn english_is_read_with_its_denials_and_without_its_traps() {
    reads(
        "en",
        &[
            ("Parties must keep a register, and they shall publish it.", &["must", "shall"]),
            ("States should act early and should tell others.", &["should", "should"]),
            ("A hospital ship may carry a light.", &["may"]),
            ("States are encouraged to share what they learn.", &["encouraged"]),
            ("Companies are strongly encouraged, where feasible, to give notice.", &["encouraged"]),
            ("A register must not be burnt.", &["must not"]),
            ("They should not, in our view, close the line.", &["should not"]),
            ("The parties shall not delay, and may not refuse.", &["shall not", "may not"]),
            ("A child must never be asked to carry messages.", &["must not"]),
            ("Children must in no circumstances be recruited.", &["must not"]),
            ("No one may enter the ward.", &["may not"]),
            ("No party to the conflict may cut the water.", &["may not"]),
            ("In case of no answer they must ask again.", &["must"]),
            ("It has no staff; the State must provide some.", &["must"]),
            ("The round begins in May 2026 and ends in May.", &[]),
            ("A clean register is a must for every clinic.", &[]),
            ("They take measures should any such act occur.", &[]),
            ("Should the line fail, a second one takes over.", &[]),
            ("It knew or should have known of the danger.", &[]),
            ("Advisers should have access to engineers.", &["should"]),
            ("Acts that are committed, encouraged or facilitated by others", &[]),
            ("States should encourage exercises.", &["should"]),
            ("It is essential for each State to act, and it can do so.", &[]),
            ("A mustard plaster and a mayor", &[]),
            ("MUST they wait? They OUGHT TO ask.", &["must", "ought to"]),
            ("neither may they wait", &["may not"]),
        ],
    );
    let doubtful = strengths("en", "It is essential, it will and it can be done, as required.").doubtful;
    let doubtful: Vec<&str> = doubtful.iter().map(|(_, form)| form.as_str()).collect();
    assert_eq!(doubtful, ["essential", "will", "can", "required"]);
}

#[test]
fn french_is_read_with_its_denials_and_without_its_traps() {
    reads(
        "fr",
        &[
            ("Les parties doivent tenir un registre.", &["doivent"]),
            ("L’État doit agir tôt.", &["doit"]),
            ("Les États devraient échanger leurs expériences.", &["devraient"]),
            ("Une liste devrait être tenue à jour.", &["devrait"]),
            ("Un navire-hôpital peut porter un feu.", &["peut"]),
            ("Les entreprises peuvent prévenir leurs clients.", &["peuvent"]),
            ("Les États sont encouragés à partager leurs listes.", &["encouragés"]),
            ("Chaque clinique est vivement encouragée à tenir une copie.", &["encouragée"]),
            ("Les parties ne doivent pas brûler les registres.", &["ne doivent pas"]),
            ("Nul ne doit entrer.", &["ne doit pas"]),
            ("Elles ne devraient jamais fermer la ligne.", &["ne devraient pas"]),
            ("Personne ne peut refuser des soins.", &["ne peut pas"]),
            ("On ne le doit pas publier.", &["ne doit pas"]),
            ("Ils ne peuvent viser que des objectifs militaires.", &["peuvent"]),
            ("Le dommage est peut-être tardif.", &[]),
            ("Le devoir de vigilance demeure.", &[]),
            ("La perte due à la panne est faible.", &[]),
            ("Les parties devront prévenir, et l’hôpital devra répondre.", &["devront", "devra"]),
            ("Il faut que la copie soit sûre.", &["faut"]),
            ("Les États sont tenus de faire connaître le droit.", &["tenus de"]),
            ("Un tenu registre", &[]),
            ("Il convient de préciser que cela est essentiel.", &[]),
            ("Des actes encouragés par des tiers", &[]),
            ("Il doit à son voisin une réponse.", &[]),
            ("LES ETATS DEVRAIENT AGIR", &["devraient"]),
        ],
    );
}

#[test]
fn spanish_is_read_with_its_denials_and_without_its_traps() {
    reads(
        "es",
        &[
            ("Las partes deben llevar un registro.", &["deben"]),
            ("El Estado debe actuar pronto.", &["debe"]),
            ("Los Estados deberían intercambiar experiencias.", &["deberían"]),
            ("Debería haber una copia.", &["debería"]),
            ("Las partes deberán avisar y el hospital deberá responder.", &["deberán", "deberá"]),
            ("Un buque hospital puede llevar una luz.", &["puede"]),
            ("Las empresas pueden avisar y podrán hacerlo por escrito.", &["pueden", "podrán"]),
            ("Se alienta a los Estados a compartir sus listas.", &["se alienta"]),
            ("También se anima a las empresas a participar.", &["se anima"]),
            ("Las partes no deben quemar los registros.", &["no deben"]),
            ("No se debe cerrar la línea.", &["no debe"]),
            ("No deberían tardar, ni podrán negarse.", &["no deberían", "no podrán"]),
            ("En ningún caso deberán reclutarse niños.", &["no deberán"]),
            ("Nunca debe usarse un hospital.", &["no debe"]),
            ("El debe y el haber del registro", &[]),
            ("Los deberes del Estado y el deber de cuidado", &[]),
            ("Debido a la avería, no obstante, falta una copia.", &[]),
            ("El daño debe de ser tardío.", &[]),
            ("Puede que el daño tarde.", &[]),
            ("Los daños se deben a la avería.", &[]),
            ("Los Estados han de publicar y tienen que explicar.", &["han de", "tienen que"]),
            ("Es esencial que cada Estado actúe.", &[]),
            ("LOS ESTADOS DEBERÍAN ACTUAR", &["deberían"]),
        ],
    );
}

#[test]
fn russian_is_read_with_its_denials_and_without_its_traps() {
    reads(
        "ru",
        &[
            ("Стороны должны вести реестр.", &["должны"]),
            ("Государство должно действовать заранее.", &["должно"]),
            ("Каждый врач должен иметь доступ, а больница должна его дать.", &["должен", "должна"]),
            ("Стороны обязаны предупреждать.", &["обязаны"]),
            ("Государствам следует обмениваться опытом.", &["следует"]),
            ("Госпитальное судно может нести огонь.", &["может"]),
            ("Компании могут предупреждать и вправе спрашивать.", &["могут", "вправе"]),
            ("Поощряется обмен списками.", &["поощряется"]),
            ("Совместные учения поощряются.", &["поощряются"]),
            ("Стороны не должны сжигать реестры.", &["не должны"]),
            ("Не следует закрывать линию.", &["не следует"]),
            ("Никто не может войти.", &["не может"]),
            ("Ни одна из сторон не вправе отказать.", &["не вправе"]),
            ("Реестр, как следует из текста, ведётся.", &[]),
            ("Он сделал это как следует.", &[]),
            ("Из этого следует вывод.", &[]),
            ("Из сказанного, таким образом, следует, что срок прошёл.", &[]),
            ("Ущерб, может быть, проявится позже.", &[]),
            ("Данные могут быть переданы, и копия может быть сделана.", &["могут", "может"]),
            ("Должность врача свободна, обязанность остаётся.", &[]),
            ("Следовало бы хранить копию.", &["следовало бы"]),
            ("Стороны должны были бы предупредить.", &["должны были бы"]),
            ("Государствам рекомендуется и необходимо действовать.", &[]),
            ("ГОСУДАРСТВАМ СЛЕДУЕТ ДЕЙСТВОВАТЬ", &["следует"]),
        ],
    );
}

#[test]
fn arabic_is_read_with_its_denials_whatever_its_vowel_signs() {
    reads(
        "ar",
        &[
            ("يجب على الأطراف أن تحتفظ بسجل.", &["يجب"]),
            ("يَجِبُ على الدولة أن تتصرف مبكرا.", &["يجب"]),
            ("ويجب أن يكون السجل متاحا.", &["يجب"]),
            ("فيجب إبلاغ السكان.", &["يجب"]),
            ("يتعيّن على الدول أن تنشر مواقفها.", &["يتعين"]),
            ("ينبغي للدول أن تتبادل الخبرات.", &["ينبغي"]),
            ("وينبغي أن تحفظ نسخة.", &["ينبغي"]),
            ("يجوز لسفينة المستشفى أن تحمل ضوءا.", &["يجوز"]),
            ("يمكن للشركات أن تنبه عملاءها.", &["يمكن"]),
            ("تُشجَّع الدول على تبادل القوائم.", &["تشجع"]),
            ("وتُشجَّع الشركات على المشاركة.", &["تشجع"]),
            ("لا يجوز دخول الجناح.", &["لا يجوز"]),
            ("ولا يجوز رفض العلاج.", &["لا يجوز"]),
            ("لا ينبغي إغلاق الخط.", &["لا ينبغي"]),
            ("يجب ألا تحرق السجلات.", &["لا يجب"]),
            ("يجب على الأطراف ألا تحرق السجلات.", &["لا يجب"]),
            ("يجب عدم تجنيد الأطفال.", &["لا يجب"]),
            ("ينبغي ألّا يتأخر الإنذار.", &["لا ينبغي"]),
            ("لا يجوز مهاجمة شيء إلا الأهداف العسكرية.", &["لا يجوز"]),
            ("يجوز للأطراف إلا في حالات قليلة أن تنتظر.", &["يجوز"]),
            ("يجب ألا تشجع الدول المدنيين على القتال.", &["لا يجب"]),
            ("واجب الدولة والوجوب والإمكان", &[]),
            ("من الضروري أن تعمل كل دولة.", &[]),
        ],
    );
}

#[test]
fn chinese_is_read_by_the_dictionary_and_without_its_traps() {
    reads(
        "zh",
        &[
            ("各方必须备存登记册。", &["必须"]),
            ("各国应当及早行动，并应告知他国。", &["应当", "应"]),
            ("各国应交流经验。", &["应"]),
            ("医院船可悬挂灯号。", &["可"]),
            ("企业可以提醒客户。", &["可以"]),
            ("鼓励各国分享清单。", &["鼓励"]),
            ("各方不得焚毁登记册。", &["不得"]),
            ("各方不应关闭线路，也不应拖延。", &["不应", "不应"]),
            ("平民均须遵守规则。", &["须"]),
            ("任何人不得进入病房。", &["不得"]),
            ("系统的反应很慢，难以适应。", &[]),
            ("电力供应中断，应用程序失灵。", &[]),
            ("应急人员采取相应措施加以应对。", &[]),
            ("损害可能推迟显现，数据不可靠。", &[]),
            ("未经许可，进入不可行。", &[]),
            ("可合理预期会造成损害的行动。", &[]),
            ("其本应知晓危险。", &[]),
            ("各国不得鼓励平民参战。", &["不得"]),
            ("这包括鼓励企业采取措施。", &[]),
            ("各国可于5月公布，也可由他国公布。", &["可", "可"]),
            ("用于煽动、鼓励或协助他人的平台", &[]),
            ("各国仍须履行义务，并必须说明理由。", &["须", "必须"]),
            ("攻击只可针对军事目标。", &["可"]),
            ("各国需要并将采取措施，这至关重要。", &[]),
            ("在任何情况下均不得招募儿童。", &["不得"]),
            ("应尽可能缩短期限，并应被告知。", &["应", "应"]),
            ("各国还应保存副本，但无须公开。", &["应"]),
            ("应邀出席的专家与供应商均已到场。", &[]),
        ],
    );
}

#[test]
fn degrees_are_ordered_and_a_denied_word_keeps_its_own() {
    assert!(Degree::ALL.is_sorted());
    let found = strengths("en", "They must not wait.");
    assert_eq!(found.counted[0].degree, Degree::Obligation);
    assert!(found.counted[0].denied);
    assert_eq!(&"They must not wait."[found.counted[0].span.clone()], "must not");
}

#[test]
fn a_language_without_a_table_says_so() {
    assert!(["en", "fr", "es", "ru", "ar", "zh"].into_iter().all(has_strength_words));
    assert!(!has_strength_words("de") && strengths("de", "Staaten müssen").counted.is_empty());
}
