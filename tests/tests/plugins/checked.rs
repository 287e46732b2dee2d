//! Changes of an interface, and what is said of them.
