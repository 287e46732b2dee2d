//! Pictures: what holds for every layout, and what small functions look like.

mod browser;
mod damaged;
mod dot;
mod html;
mod kit;
mod layout;
mod svg;
mod terminal;
