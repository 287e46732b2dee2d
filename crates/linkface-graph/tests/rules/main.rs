//! Every rule on hand-made packages, with the whole text of what all rules say.

mod allow;
mod explanations;
mod kit;
mod lf0001;
mod lf0002;
mod lf0003;
mod lf0004;
mod lf0006;
mod lf0007;
mod lf0008;
mod lf0009;
mod lf0010;
mod lf0011;
mod lf0012;
mod lf0013;
mod lf0014;
mod lf0015;
mod lf0016;
mod lf0017;
mod merging;
mod plugins;
