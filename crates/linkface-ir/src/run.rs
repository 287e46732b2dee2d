//! An interpreter that says where a value became poison and where behaviour is undefined.
