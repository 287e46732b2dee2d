//! Operations on vectors, element by element: a poison element leaves the others alone.

use super::outcome::Run;
use super::value::Value;

/// Does `each` to a scalar, or to every element of a vector.
pub(crate) fn one(a: &Value, mut each: impl FnMut(&Value) -> Run) -> Run {
    match a {
        Value::Aggregate(elements) => {
            let done: Run<Vec<Value>> = elements.iter().map(each).collect();
            done.map(Value::aggregate)
        }
        scalar => each(scalar),
    }
}

/// Does `each` to two scalars, or to the elements of two vectors in pairs. A scalar beside a vector
/// stands for all elements: it is poison.
pub(crate) fn two(a: &Value, b: &Value, mut each: impl FnMut(&Value, &Value) -> Run) -> Run {
    let done: Run<Vec<Value>> = match (a, b) {
        (Value::Aggregate(a), Value::Aggregate(b)) => {
            a.iter().zip(b.iter()).map(|(a, b)| each(a, b)).collect()
        }
        (Value::Aggregate(elements), b) => elements.iter().map(|a| each(a, b)).collect(),
        (a, Value::Aggregate(elements)) => elements.iter().map(|b| each(a, b)).collect(),
        (a, b) => return each(a, b),
    };
    done.map(Value::aggregate)
}
