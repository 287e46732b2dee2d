//! Calls of intrinsics.

use super::lanes;
use crate::explain::sentence::Explainer;
use crate::explain::value::{bytes, index_number};
use crate::explain::{Kind, word};
use crate::model::Call;

impl<'a> Explainer<'_, 'a> {
    /// What a call of an intrinsic does; none if it isn't one.
    pub(super) fn intrinsic(&self, call: &Call<'a>, result: Option<&str>) -> Option<String> {
        let name = call.callee.global()?;
        let name = name.key();
        if !name.starts_with("llvm.") {
            return None;
        }
        let entry = word(Kind::Intrinsic, name);
        let stem = entry.map_or(name, |entry| entry.word);
        let arguments: Vec<String> = call
            .arguments
            .iter()
            .map(|argument| self.value(&argument.value, &argument.ty))
            .collect();
        let number = |at: usize| {
            let argument = call.arguments.get(at)?;
            index_number(&argument.value)
        };
        if let Some(effect) = self.effect(stem, call, &arguments, number(2)) {
            return Some(effect);
        }
        let same = call
            .arguments
            .first()
            .zip(call.arguments.get(1))
            .is_some_and(|(a, b)| a.value == b.value);
        let a = arguments.first().map_or("?", String::as_str);
        let b = arguments.get(1).map_or("?", String::as_str);
        let c = arguments.get(2).map_or("?", String::as_str);
        let what = whole(stem, a, b, c, same)
            .or_else(|| overflow(stem, a, b))
            .or_else(|| floating(stem, a, b, c))
            .or_else(|| vector(stem, a))
            .map(|what| format!("{what}{}", lanes_of(call, stem)));
        Some(match (what, result) {
            (Some(what), Some(result)) => format!("{result} is {what}."),
            (what, result) => {
                let with = match arguments.len() {
                    0 => String::new(),
                    _ => format!(" with {}", Self::list(&arguments)),
                };
                let is = result.map_or(String::new(), |result| format!("; {result} is its result"));
                let text = match (what, entry) {
                    (None, Some(entry)) => format!(" {}", entry.text),
                    _ => String::new(),
                };
                format!("The intrinsic `{name}`{with}{is}.{text}")
            }
        })
    }

    /// Intrinsics that do something, and those that only tell LLVM something.
    fn effect(
        &self,
        stem: &str,
        call: &Call<'a>,
        arguments: &[String],
        third: Option<i128>,
    ) -> Option<String> {
        let argument = |at: usize| arguments.get(at).map_or("?", String::as_str);
        let (a, b, c) = (argument(0), argument(1), argument(2));
        let length = match third.and_then(|length| u64::try_from(length).ok()) {
            Some(length) => bytes(length),
            None => format!("{c} bytes"),
        };
        Some(match stem {
            "llvm.memcpy" | "llvm.memcpy.inline" => {
                format!("Copies {length} from {b} to {a}, which don't overlap.")
            }
            "llvm.memmove" => format!("Copies {length} from {b} to {a}, which may overlap."),
            "llvm.memset" | "llvm.memset.inline" => format!("Fills {length} at {a} with {b}."),
            // Until LLVM 21 the size was the first argument.
            "llvm.lifetime.start" => {
                format!("The memory of {} is in use from here on.", arguments.last()?)
            }
            "llvm.lifetime.end" => {
                format!("Nobody needs the memory of {} any more.", arguments.last()?)
            }
            "llvm.assume" => self.assumption(call, a),
            "llvm.trap" => "Ends the program by an instruction that isn't allowed.".to_owned(),
            "llvm.experimental.noalias.scope.decl" => {
                "A function was inlined here; from here on holds what its `noalias` parameters promise. No \
                 code."
                    .to_owned()
            }
            "llvm.masked.store" => format!("Writes those elements of {a} to {b} for which the mask is set."),
            "llvm.masked.scatter" => {
                format!("Writes those elements of {a} to the addresses {b} for which the mask is set.")
            }
            "llvm.prefetch" => format!("Brings the memory at {a} into the cache."),
            _ => return None,
        })
    }

    fn assumption(&self, call: &Call<'a>, condition: &str) -> String {
        let mut promises = Vec::new();
        if condition != "true" {
            promises.push(format!("{condition} is true"));
        }
        for bundle in &call.bundles {
            let operands: Vec<String> = bundle
                .operands
                .iter()
                .map(|operand| self.operand(operand))
                .collect();
            promises.push(match (bundle.tag, operands.as_slice()) {
                ("align", [pointer, align, ..]) => format!("{pointer} is divisible by {align}"),
                ("nonnull", [pointer]) => format!("{pointer} isn't null"),
                ("noundef", [value]) => format!("{value} isn't undef or poison"),
                ("dereferenceable", [pointer, size]) => {
                    format!("{size} bytes can be read at {pointer}")
                }
                ("separate_storage", [a, b]) => {
                    format!("{a} and {b} are in different allocations")
                }
                (tag, operands) => format!("`{tag}` of {}", Self::list(operands)),
            });
        }
        if promises.is_empty() {
            return "Promises nothing any more.".to_owned();
        }
        format!("Promises that {}. No code.", Self::list(&promises))
    }
}

/// Whole numbers, and what hands its argument on.
fn whole(stem: &str, a: &str, b: &str, c: &str, same: bool) -> Option<String> {
    Some(match stem {
        "llvm.expect" | "llvm.expect.with.probability" => format!("{a}, which is usually {b}"),
        "llvm.is.constant" => format!("true if LLVM knows {a} while it compiles"),
        "llvm.abs" => format!("the absolute value of {a} (signed)"),
        "llvm.smax" => format!("the greater of {a} and {b} (signed)"),
        "llvm.smin" => format!("the lesser of {a} and {b} (signed)"),
        "llvm.umax" => format!("the greater of {a} and {b} (unsigned)"),
        "llvm.umin" => format!("the lesser of {a} and {b} (unsigned)"),
        "llvm.scmp" => {
            format!("-1, 0 or 1, as {a} is less than, equal to or greater than {b} (signed)")
        }
        "llvm.ucmp" => {
            format!("-1, 0 or 1, as {a} is less than, equal to or greater than {b} (unsigned)")
        }
        "llvm.ctpop" => format!("how many bits of {a} are set"),
        "llvm.ctlz" => format!("how many zeros {a} has before its highest bit that is set"),
        "llvm.cttz" => format!("how many zeros {a} has behind its lowest bit that is set"),
        "llvm.bswap" => format!("{a} with its bytes the other way round"),
        "llvm.bitreverse" => format!("{a} with its bits the other way round"),
        "llvm.fshl" if same => format!("{a}, rotated to the left by {c} bits"),
        "llvm.fshr" if same => format!("{a}, rotated to the right by {c} bits"),
        "llvm.fshl" => {
            format!("the upper half of {a} and {b}, side by side, shifted to the left by {c} bits")
        }
        "llvm.fshr" => {
            format!("the lower half of {a} and {b}, side by side, shifted to the right by {c} bits")
        }
        "llvm.sadd.sat" => format!("{a} plus {b}, or the nearest number that fits (signed)"),
        "llvm.uadd.sat" => {
            format!("{a} plus {b}, or the largest number if that doesn't fit (unsigned)")
        }
        "llvm.ssub.sat" => format!("{a} minus {b}, or the nearest number that fits (signed)"),
        "llvm.usub.sat" => format!("{a} minus {b}, or 0 if that would be negative"),
        "llvm.fptoui.sat" => {
            format!("{a} as an unsigned number: rounded towards 0, the nearest one that fits")
        }
        "llvm.fptosi.sat" => {
            format!("{a} as a signed number: rounded towards 0, the nearest one that fits")
        }
        "llvm.ptrmask" => format!("the address {a}, with only those bits that are set in {b}"),
        "llvm.threadlocal.address" => format!("the address of {a} for this thread"),
        "llvm.load.relative" => format!("{a} plus the distance that the table has at byte {b}"),
        "llvm.masked.load" => format!("the elements at {a} for which the mask is set"),
        "llvm.masked.gather" => {
            format!("the elements at the addresses {a} for which the mask is set")
        }
        "llvm.ssa.copy" => a.to_owned(),
        _ => return None,
    })
}

fn overflow(stem: &str, a: &str, b: &str) -> Option<String> {
    let operation = stem.strip_prefix("llvm.")?.strip_suffix(".with.overflow")?;
    let (word, sign) = match operation {
        "sadd" => ("plus", "signed"),
        "uadd" => ("plus", "unsigned"),
        "ssub" => ("minus", "signed"),
        "usub" => ("minus", "unsigned"),
        "smul" => ("times", "signed"),
        "umul" => ("times", "unsigned"),
        _ => return None,
    };
    Some(format!(
        "the pair of {a} {word} {b} and whether that overflowed ({sign})"
    ))
}

fn floating(stem: &str, a: &str, b: &str, c: &str) -> Option<String> {
    let unary = match stem {
        "llvm.sqrt" => "the square root",
        "llvm.sin" => "the sine",
        "llvm.cos" => "the cosine",
        "llvm.tan" => "the tangent",
        "llvm.exp" => "the power of e",
        "llvm.exp2" => "the power of two",
        "llvm.exp10" => "the power of ten",
        "llvm.log" => "the natural logarithm",
        "llvm.log2" => "the logarithm of base two",
        "llvm.log10" => "the logarithm of base ten",
        "llvm.fabs" => "the absolute value",
        _ => "",
    };
    if !unary.is_empty() {
        return Some(format!("{unary} of {a}"));
    }
    Some(match stem {
        "llvm.floor" => format!("{a}, rounded down"),
        "llvm.ceil" => format!("{a}, rounded up"),
        "llvm.trunc" => format!("{a}, rounded towards 0"),
        "llvm.rint" | "llvm.nearbyint" | "llvm.roundeven" => {
            format!("{a}, rounded to the nearest whole number, halves to the even one")
        }
        "llvm.round" => format!("{a}, rounded to the nearest whole number, halves away from 0"),
        "llvm.pow" | "llvm.powi" => format!("{a} to the power of {b}"),
        "llvm.fma" | "llvm.fmuladd" => format!("{a} times {b} plus {c}"),
        "llvm.copysign" => format!("{a} with the sign of {b}"),
        "llvm.minnum" | "llvm.minimumnum" => {
            format!("the lesser of {a} and {b}; if one is NaN, the other")
        }
        "llvm.maxnum" | "llvm.maximumnum" => {
            format!("the greater of {a} and {b}; if one is NaN, the other")
        }
        "llvm.minimum" => format!("the lesser of {a} and {b}, or NaN if one is"),
        "llvm.maximum" => format!("the greater of {a} and {b}, or NaN if one is"),
        _ => return None,
    })
}

fn vector(stem: &str, a: &str) -> Option<String> {
    Some(match stem.strip_prefix("llvm.vector.reduce.")? {
        "add" => format!("the sum of the elements of {a}"),
        "mul" => format!("the product of the elements of {a}"),
        "and" => format!("the bits that are set in all elements of {a}"),
        "or" => format!("the bits that are set in some element of {a}"),
        "xor" => format!("the bits that are set in an odd number of elements of {a}"),
        "smax" => format!("the greatest element of {a} (signed)"),
        "smin" => format!("the least element of {a} (signed)"),
        "umax" => format!("the greatest element of {a} (unsigned)"),
        "umin" => format!("the least element of {a} (unsigned)"),
        "fmax" | "fmaximum" => format!("the greatest element of {a}"),
        "fmin" | "fminimum" => format!("the least element of {a}"),
        _ => return None,
    })
}

/// What to say behind an intrinsic on vectors, except those that make one value of them.
fn lanes_of(call: &Call<'_>, stem: &str) -> &'static str {
    let first = call.arguments.first();
    match first {
        Some(first) if !stem.contains("reduce") && !stem.contains("masked") => lanes(&first.ty),
        _ => "",
    }
}
