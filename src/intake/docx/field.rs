//! Fields: a code that is not shown, and its result, which is text.

/// The fields that are open at a place, the outermost first.
///
/// Their state is kept through deletions: a field whose beginning or end was deleted is still one field in the file.
#[derive(Debug, Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    begun: u32,
}

#[derive(Debug)]
struct Field {
    number: u32,
    in_code: bool,
}

impl Fields {
    /// Meets one of the three signs of a field.
    pub(super) fn sign(&mut self, kind: &str) {
        match kind {
            "begin" => {
                self.begun += 1;
                self.open.push(Field { number: self.begun, in_code: true });
            }
            "separate" => {
                if let Some(field) = self.open.last_mut() {
                    field.in_code = false;
                }
            }
            "end" => _ = self.open.pop(),
            _ => {}
        }
    }

    /// The outermost field in whose code a place stands; 0 for none.
    pub(super) fn code_of(&self) -> u32 {
        self.open.iter().find(|field| field.in_code).map_or(0, |field| field.number)
    }

    /// Fields that never came to their result.
    pub(super) fn unended(&self) -> Vec<u32> {
        self.open.iter().filter(|field| field.in_code).map(|field| field.number).collect()
    }
}
