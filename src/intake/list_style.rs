//! The numbers that a browser prints before the elements of a list.

/// How a list is numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ListStyle {
    /// Bullets, or nothing: no label.
    Unnumbered,
    /// `1.`
    Decimal,
    /// `a.` or `A.`
    Letters(Case),
    /// `i.` or `I.`
    Roman(Case),
}

/// Small letters or capitals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    Lower,
    Upper,
}

impl ListStyle {
    /// Reads the `type` and `style` of a list that is ordered.
    pub(super) fn read(kind: &str, style: &str) -> ListStyle {
        let style = style.to_ascii_lowercase();
        let styled = style.split("list-style").nth(1).map(|rest| rest.split(';').next().unwrap_or_default());
        let says = |word: &str| styled.is_some_and(|styled| styled.contains(word));
        match kind {
            _ if says("none") => ListStyle::Unnumbered,
            _ if says("lower-alpha") || says("lower-latin") => ListStyle::Letters(Case::Lower),
            _ if says("upper-alpha") || says("upper-latin") => ListStyle::Letters(Case::Upper),
            _ if says("lower-roman") => ListStyle::Roman(Case::Lower),
            _ if says("upper-roman") => ListStyle::Roman(Case::Upper),
            "a" => ListStyle::Letters(Case::Lower),
            "A" => ListStyle::Letters(Case::Upper),
            "i" => ListStyle::Roman(Case::Lower),
            "I" => ListStyle::Roman(Case::Upper),
            _ => ListStyle::Decimal,
        }
    }

    /// The label of an element; what letters or Roman numerals cannot say is said in digits.
    pub(super) fn label(self, number: i64) -> Option<String> {
        let letters = match (self, u32::try_from(number)) {
            (ListStyle::Unnumbered, _) => return None,
            (ListStyle::Letters(case), Ok(number @ 1..)) => Some((lettered(number), case)),
            (ListStyle::Roman(case), Ok(number @ 1..4000)) => Some((roman(number), case)),
            _ => None,
        };
        Some(match letters {
            Some((text, Case::Lower)) => format!("{text}."),
            Some((text, Case::Upper)) => format!("{}.", text.to_ascii_uppercase()),
            None => format!("{number}."),
        })
    }
}

fn lettered(number: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = number;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from_digit(rest % 26 + 10, 36).unwrap_or('?'));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// A number below 4000 in small Roman numerals.
pub(super) fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut rest = number.min(3999);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while rest >= value {
            out.push_str(sign);
            rest -= value;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_prints_what_its_style_says() {
        let label = |style: ListStyle, number| style.label(number).unwrap_or_default();
        assert_eq!(label(ListStyle::read("", ""), 12), "12.");
        assert_eq!(label(ListStyle::read("a", ""), 27), "aa.");
        assert_eq!(label(ListStyle::read("I", ""), 14), "XIV.");
        assert_eq!(label(ListStyle::read("", "list-style-type: lower-roman; x: y"), 4), "iv.");
        assert_eq!(label(ListStyle::read("1", "list-style: none"), 4), "");
        assert_eq!(label(ListStyle::read("a", ""), 0), "0.");
    }
}
