//! Cortex-M processors (Armv7-M): how they start, how they fail, and how they go from task to task.
#![no_std]

mod boot;
mod context;
