//! The invariants of ARCHITECTURE.md that show in the source: who may name what, what nobody
//! may name, how long a file may be and how it begins.

#![allow(clippy::unwrap_used)] // A test may.

use std::fs;
use std::path::Path;

/// A file of the repository: its path from the root, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// Lines of code with their numbers: comments may name what they forbid.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(at, line)| (at + 1, line)).filter(|(_, line)| {
            !["//", "/*", "*", "#"].iter().any(|mark| line.trim_start().starts_with(mark))
        })
    }

    fn is_under(&self, places: &[&str]) -> bool {
        places.iter().any(|place| self.path.starts_with(place))
    }
}

/// The files under `places` that end in one of `endings`, generated ones left out.
fn sources(places: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for place in places {
        collect(Path::new(place), endings, &mut found);
    }
    assert!(!found.is_empty(), "no {endings:?} under {places:?}");
    found
}

fn collect(path: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let name = path.to_str().unwrap();
    if name == "extension/wasm" || name.contains("node_modules") {
        return;
    }
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            collect(&entry.unwrap().path(), endings, found);
        }
    } else if endings.iter().any(|ending| name.ends_with(ending)) {
        found.push(Source { path: name.into(), text: fs::read_to_string(path).unwrap() });
    }
}

/// What ships as JavaScript.
fn scripts() -> Vec<Source> {
    let mut scripts = sources(&["extension", "www"], &[".js"]);
    scripts.retain(|script| !script.is_under(&["extension/build"]));
    scripts
}

/// Fails with every place where one of `words` stands outside of `allowed`.
fn only_in(sources: &[Source], words: &[&str], allowed: &[&str]) {
    let mut wrong = Vec::new();
    for source in sources.iter().filter(|source| !source.is_under(allowed)) {
        for (at, line) in source.code() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                wrong.push(format!("{}:{at}: `{word}`", source.path));
            }
        }
    }
    assert!(wrong.is_empty(), "may stand in {allowed:?} only:\n{}", wrong.join("\n"));
}

#[test]
fn one_module_names_storage_and_only_the_local_one() {
    only_in(&scripts(), &["chrome.storage", "browser.storage"], &["extension/shared/storage.js"]);
    let elsewhere = ["storage.sync", "storage.session", "localStorage", "sessionStorage"];
    only_in(&scripts(), &elsewhere, &[]);
    only_in(&scripts(), &["indexedDB", "caches.open", "document.cookie"], &[]);
}

#[test]
fn one_module_opens_ports_and_sends() {
    let words = ["runtime.connect", "sendMessage", "onConnect", "postMessage", "onMessage"];
    only_in(&scripts(), &words, &["extension/shared/messages.js"]);
}

#[test]
fn one_module_runs_the_core_and_the_pages_run_theirs() {
    let imports: Vec<Source> = scripts()
        .into_iter()
        .map(|Source { path, text }| {
            let lines = text.lines().filter(|line| !line.contains("import('"));
            Source { path, text: lines.collect::<Vec<_>>().join("\n") }
        })
        .collect();
    only_in(&imports, &["wasm/core.js"], &["extension/background/core.js", "www/"]);
    only_in(&imports, &["wasm/pages.js"], &["extension/pages/"]);
    only_in(&imports, &["WebAssembly"], &["extension/background/core.js"]);
}

#[test]
fn one_module_knows_what_the_sites_look_like() {
    let marks = [
        "data-testid",
        "msg-form",
        "artdeco",
        "dmComposer",
        "tweetTextarea",
        "g_editable",
        "interop-",
    ];
    only_in(&scripts(), &marks, &["extension/content/sites.js"]);
    let hosts = ["linkedin.com", "twitter.com", "x.com", "mail.google.com"];
    only_in(&scripts(), &hosts, &["extension/content/sites.js", "extension/shared/sites.js"]);
}

#[test]
fn scripts_reach_no_network() {
    let calls = ["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "import("];
    let scripts: Vec<Source> = scripts()
        .into_iter()
        .map(|Source { path, text }| {
            // In a comment, `import('…')` names a type.
            let lines = text.lines().map(|line| if line.contains("@type") { "" } else { line });
            Source { path, text: lines.collect::<Vec<_>>().join("\n") }
        })
        .collect();
    only_in(&scripts, &calls[..5], &[]);
    // The playground's core is a file of its own.
    only_in(&scripts, &calls[5..], &["www/playground.js", "extension/pages/shim.js"]);
    let rust = sources(&["src"], &[".rs"]);
    only_in(&rust, &["std::net", "gloo::net", "gloo_net", "gloo::storage", "fetch("], &[]);
}

#[test]
fn text_never_becomes_markup_or_code() {
    let words = ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser"];
    only_in(&scripts(), &words, &[]);
    only_in(&scripts(), &["eval(", "new Function", "javascript:", "srcdoc"], &[]);
    let rust = sources(&["src"], &[".rs"]);
    only_in(&rust, &["set_inner_html", "set_outer_html", "insert_adjacent_html"], &[]);
}

#[test]
fn nothing_is_logged_and_nothing_polls() {
    only_in(&scripts(), &["console.", "setInterval", "chrome.alarms"], &[]);
    let pages = sources(&["src/pages", "src/wasm.rs"], &[".rs"]);
    only_in(&pages, &["console", "Interval", "println!", "dbg!"], &[]);
}

#[test]
fn page_events_count_only_when_trusted() {
    let events = ["click", "keydown", "pointerdown", "pointermove", "focusin"];
    for script in scripts() {
        // A passive listener only looks.
        let listens =
            script.code().filter(|(_, line)| !line.contains("passive: true")).any(|(_, line)| {
                events.iter().any(|e| line.contains(&format!("addEventListener('{e}'")))
            });
        let safe = !script.is_under(&["extension/content"]) || script.text.contains("isTrusted");
        assert!(!listens || safe, "{}: acts on events that a page can make", script.path);
    }
}

#[test]
fn wasm_types_stay_at_the_boundary() {
    let rust = sources(&["src"], &[".rs"]);
    let crates = ["wasm_bindgen", "serde_wasm_bindgen", "js_sys", "web_sys", "gloo", "JsValue"];
    only_in(&rust, &crates, &["src/wasm.rs", "src/js.rs", "src/pages/", "src/bindgen/"]);
}

#[test]
fn the_core_does_no_input_or_output_and_has_no_clock() {
    let rust = sources(&["src"], &[".rs"]);
    let words = ["std::fs", "std::io", "std::env", "std::time", "SystemTime", "std::thread"];
    only_in(&rust, &words, &["src/bin/", "src/bindgen/"]);
}

#[test]
fn files_are_short() {
    let code = sources(&["src", "extension", "www", "tests", "build.rs"], &[".rs", ".js", ".mjs"]);
    let data = sources(&["src/rules"], &[".toml"]);
    let capped = code.iter().map(|file| (file, 300)).chain(data.iter().map(|file| (file, 700)));
    let long: Vec<String> = capped
        .filter(|(file, cap)| file.text.lines().count() > *cap)
        .map(|(file, cap)| format!("{}: {} lines of {cap}", file.path, file.text.lines().count()))
        .collect();
    assert!(long.is_empty(), "too long:\n{}", long.join("\n"));
}

#[test]
fn lines_fit_a_screen() {
    let mut wide = Vec::new();
    let places = ["extension", "www", "tests/unit", "tests/bench"];
    for file in sources(&places, &[".js", ".mjs", ".css"]) {
        for (at, line) in file.text.lines().enumerate() {
            if line.chars().count() > 100 {
                wide.push(format!("{}:{}", file.path, at + 1));
            }
        }
    }
    assert!(wide.is_empty(), "more than 100 columns:\n{}", wide.join("\n"));
}

#[test]
fn files_begin_by_saying_what_they_are() {
    for file in sources(&["src", "tests", "build.rs"], &[".rs"]) {
        assert!(file.text.starts_with("//!"), "{}: begins with no `//!`", file.path);
    }
    for file in sources(&["extension", "www", "tests"], &[".js", ".mjs"]) {
        let checked = file.text.starts_with("// @ts-check") || file.is_under(&["tests/fixtures"]);
        assert!(checked, "{}: begins with no `// @ts-check`", file.path);
    }
}
