//! How a method takes `self`, found by inference.
