#![forbid(unsafe_code)]

#[linkface::interface(loadable = LoadedTool, version = 1)]
pub trait ToolApi: Send + Sync {
    fn name(&self) -> String;
    fn act(&self, what: &str) -> String;
}

#[linkface::interface(loadable = LoadedOther)]
pub trait OtherApi {
    fn other(&self) -> u32;
}

/// What the host offers.
#[linkface::interface(loadable = LoadedDesk)]
pub trait DeskApi: Send + Sync {
    fn ask(&self, what: &str) -> String;
}
