//! Where `linkface-graph` is asked.

use crate::failure::Failure;
use guppy::graph::PackageGraph;
use linkface_graph::packages::Packages;
use linkface_graph::resolution::Resolution;

/// The packages of the graph.
pub(super) fn packages(_graph: &PackageGraph) -> Result<Packages, Failure> {
    Ok(Packages::new())
}

/// Who gets what.
pub(super) fn resolutions(
    _graph: &PackageGraph,
    _packages: &Packages,
) -> Result<Vec<Resolution>, Failure> {
    Ok(Vec::new())
}
