//! The names of the six languages of the United Nations, in each of them.

use crate::draft::Language;

/// A code and the language's names, in small letters.
const NAMES: [(&str, [&str; 7]); 6] = [
    ("en", ["english", "anglais", "inglés", "английский", "الإنكليزية", "英文", "英语"]),
    ("fr", ["french", "français", "francés", "французский", "الفرنسية", "法文", "法语"]),
    ("es", ["spanish", "espagnol", "español", "испанский", "الإسبانية", "西班牙文", "西班牙语"]),
    ("ru", ["russian", "russe", "ruso", "русский", "الروسية", "俄文", "俄语"]),
    ("ar", ["arabic", "arabe", "árabe", "арабский", "العربية", "阿拉伯文", "阿拉伯语"]),
    ("zh", ["chinese", "chinois", "chino", "китайский", "الصينية", "中文", "汉语"]),
];

impl Language {
    /// The language that bears a name, in any of the six.
    pub fn called(name: &str) -> Option<Language> {
        let name = name.trim().to_lowercase();
        let (code, _) = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()))?;
        Language::parse(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_name_in_each_of_the_six() {
        for (name, code) in [("Chinese", "zh"), ("中文", "zh"), (" Français ", "fr"), ("РУССКИЙ", "ru")]
        {
            assert_eq!(Language::called(name), Language::parse(code), "{name}");
        }
        assert_eq!(Language::called("zh"), None);
    }
}
