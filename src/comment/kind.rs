//! What sort a comment is, and what it asks.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$variant_doc])* $variant,)*
        }

        impl $name {
            /// The words of the files, with what they mean.
            pub const WORDS: &[(&str, $name)] = &[$(($word, $name::$variant)),*];

            /// The word as files write it.
            pub fn word(self) -> &'static str {
                match self {
                    $($name::$variant => $word,)*
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}
pub(crate) use words;

words! {
    /// What sort of comment it is.
    Kind {
        /// The whole text or its structure.
        General = "general",
        /// Changes meaning or legal effect.
        Substantive = "substantive",
        /// Wording only.
        Editorial = "editorial",
        /// One language does not say the same as another.
        Translation = "translation",
        /// Asks for an explanation, not for a change.
        Question = "question",
        /// Tells of national practice.
        Practice = "practice",
    }
}

words! {
    /// What a comment asks for.
    Action {
        /// New text, after the place it speaks of.
        Add = "add",
        /// Other words.
        Amend = "amend",
        /// Take the text out.
        Delete = "delete",
        /// Put the text elsewhere.
        Move = "move",
        /// Keep the text as it is.
        Retain = "retain",
        /// A view without a request.
        None = "none",
    }
}
