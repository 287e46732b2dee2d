//! Types that `export!` can't take: what is wrong is said once.

mod api {
    #[linkface::interface(loadable = LoadedSaw)]
    pub trait SawApi {
        fn saw(&self);
    }

    #[linkface::interface(loadable = LoadedAxe)]
    pub trait AxeApi {
        fn cut(&self);
    }
}

mod nothing {
    #[derive(Default)]
    struct Nothing;
    linkface_plugin::export!(Nothing as crate::api::LoadedSaw);
}

mod several {
    #[derive(Default)]
    struct Both;
    impl crate::api::SawApi for Both {
        fn saw(&self) {}
    }
    impl crate::api::AxeApi for Both {
        fn cut(&self) {}
    }
    linkface_plugin::export!(Both);
}

fn main() {}
