//! Pictures: a graph of boxes laid out, in the terminal, as SVG, HTML and DOT.
