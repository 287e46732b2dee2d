//! A plugin that implements what `{{api}}` declares.
{{head}}#![forbid(unsafe_code)]

{{items}}

linkface_plugin::export!({{exports}});
