//! How values are compared.

use super::entries;

entries! {
    /// Predicates of `icmp`.
    INT_PREDICATES =

    "eq" @ "i-icmp": "Equal.",
    "ne" @ "i-icmp": "Not equal.",
    "ugt" @ "i-icmp": "Greater, as unsigned numbers.",
    "uge" @ "i-icmp": "Greater or equal, as unsigned numbers.",
    "ult" @ "i-icmp": "Less, as unsigned numbers.",
    "ule" @ "i-icmp": "Less or equal, as unsigned numbers.",
    "sgt" @ "i-icmp": "Greater, as signed numbers.",
    "sge" @ "i-icmp": "Greater or equal, as signed numbers.",
    "slt" @ "i-icmp": "Less, as signed numbers.",
    "sle" @ "i-icmp": "Less or equal, as signed numbers.",
}

entries! {
    /// Predicates of `fcmp`. Ordered ones are false if a side is NaN, unordered ones are true.
    FLOAT_PREDICATES =

    "false" @ "i-fcmp": "Never.",
    "oeq" @ "i-fcmp": "Equal, and neither is NaN: `==`.",
    "ogt" @ "i-fcmp": "Greater, and neither is NaN: `>`.",
    "oge" @ "i-fcmp": "Greater or equal, and neither is NaN: `>=`.",
    "olt" @ "i-fcmp": "Less, and neither is NaN: `<`.",
    "ole" @ "i-fcmp": "Less or equal, and neither is NaN: `<=`.",
    "one" @ "i-fcmp": "Not equal, and neither is NaN.",
    "ord" @ "i-fcmp": "Neither is NaN.",
    "ueq" @ "i-fcmp": "Equal, or one is NaN.",
    "ugt" @ "i-fcmp": "Greater, or one is NaN.",
    "uge" @ "i-fcmp": "Greater or equal, or one is NaN.",
    "ult" @ "i-fcmp": "Less, or one is NaN.",
    "ule" @ "i-fcmp": "Less or equal, or one is NaN.",
    "une" @ "i-fcmp": "Not equal, or one is NaN: `!=`.",
    "uno" @ "i-fcmp": "One is NaN: `x.is_nan()` compares `x` with itself.",
    "true" @ "i-fcmp": "Always.",
}
