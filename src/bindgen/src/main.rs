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
    if let Err(error) = write_glue(module, out, name) {
        eprintln!("bindgen: {module}: {error:#}");
        exit(1);
    }
}

/// The glue finds its module beside itself, and a worker whose module has trapped starts it
/// afresh by the reset function. Names of functions go: a third of the module, and of no use to
/// anyone in a module that is not debugged.
fn write_glue(module: &str, out: &str, name: &str) -> Result<(), impl std::fmt::Display> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(true).reset_state_function(true);
    bindgen.remove_name_section(true).remove_producers_section(true);
    bindgen.omit_default_module_path(false).web(true)?.generate(out)
}
