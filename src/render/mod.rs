//! One page, many dresses: terminal, Markdown, JSON.
