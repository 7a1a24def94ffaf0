//! Comments laid beside the paragraphs they speak of.
