//! `bindgen MODULE.wasm OUT_DIR NAME`: what the wasm-bindgen command does, from the library
//! crate, so that its version is the one in Cargo.lock and nothing is installed by hand.

use std::{env, process::exit};
use wasm_bindgen_cli_support::Bindgen;

fn main() {
    let args: Vec<String> = env::args().skip(1).collect();
    let [module, out, name] = args.as_slice() else {
        eprintln!("usage: bindgen MODULE.wasm OUT_DIR NAME");
        exit(2);
    };
    let mut bindgen = Bindgen::new();
    let made = bindgen.input_path(module).out_name(name).web(true).and_then(|b| b.typescript(true).generate(out));
    if let Err(error) = made {
        eprintln!("bindgen: {module}: {error:#}");
        exit(1);
    }
}
