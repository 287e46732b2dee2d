//! Functions by demangled path: exact, by their end, fuzzy, with suggestions.
