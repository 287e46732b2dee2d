//! Two texts of one function, or one function after each pass, side by side.
