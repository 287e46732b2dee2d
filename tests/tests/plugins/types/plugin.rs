#![forbid(unsafe_code)]
linkface_plugin::export!(api::Closures, api::Objects, api::Futures, api::Echo, api::List);
