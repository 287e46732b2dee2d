//! What calls of external methods run into.
