//! The window, driven by its names and keys without a display. One test program holds it
//! all, so that the crate is linked once.

#![cfg(feature = "app")]

mod access;
mod bench;
mod desk;
mod kiosk;
mod lecture;
mod panels;
mod tour_editor;
mod windows;
