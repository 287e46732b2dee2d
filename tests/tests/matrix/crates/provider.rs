// Implements what is required and overrides one default of each kind.
use linkface::implement;

#[implement(mx_api::function_required)]
fn required() -> u32 {
    200
}
#[implement(mx_api::function_overridden)]
fn overridden() -> u32 {
    202
}

#[implement(mx_api::STATIC_REQUIRED)]
static REQUIRED: u32 = 203;
#[implement(mx_api::STATIC_OVERRIDDEN)]
static OVERRIDDEN: u32 = 205;

// Larger than a pointer, unlike the default.
struct Mine([u32; 3]);

#[implement]
impl mx_api::TraitRequiredApi for Mine {
    fn with(value: u32) -> Self {
        Self([value, 100, 100])
    }
    fn value(&self) -> u32 {
        self.0.iter().sum()
    }
}
#[implement]
impl mx_api::TraitOverriddenApi for Mine {
    fn with(value: u32) -> Self {
        Self([value, 100, 100])
    }
    fn value(&self) -> u32 {
        self.0.iter().sum()
    }
}
