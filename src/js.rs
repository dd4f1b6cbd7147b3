//! Plain objects of JavaScript, read into the types of the boundary.
//!
//! `serde-wasm-bindgen` reads them too, with 26 KB of core.wasm: it matches the names of fields one
//! by one, and its errors print numbers with fractions. Here a struct asks for its fields in their
//! order, as the packed rules do, and an error names the field and what was expected there.

use js_sys::{Array, Object, Reflect};
use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error, Expected, IntoDeserializer, SeqAccess,
    Unexpected, Visitor,
};
use std::fmt::{self, Display};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a value. What an object has beside the fields of a struct is passed over, and an
/// undefined field is one that is not there.
///
/// # Errors
/// Where the value has another shape, with the way to that place.
pub(crate) fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, Bad> {
    T::deserialize(Plain(value))
}

/// Why a value cannot be read.
#[derive(Debug)]
pub(crate) struct Bad {
    text: String,
    /// The number of the field that is missing, until its name is known.
    missing: Option<usize>,
}

impl Bad {
    fn new(text: String) -> Self {
        Bad { text, missing: None }
    }

    fn within(self, place: &str) -> Self {
        Bad::new(format!("{place}: {}", self.text))
    }
}

impl Display for Bad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl std::error::Error for Bad {}

// What was found instead is left out: to print it would bring in the printing of fractions.
impl Error for Bad {
    fn custom<T: Display>(text: T) -> Self {
        Bad::new(text.to_string())
    }

    fn invalid_type(_: Unexpected, expected: &dyn Expected) -> Self {
        Bad::new(format!("{expected} was expected"))
    }

    fn invalid_value(found: Unexpected, expected: &dyn Expected) -> Self {
        Bad::invalid_type(found, expected)
    }

    fn invalid_length(missing: usize, expected: &dyn Expected) -> Self {
        Bad { missing: Some(missing), ..Bad::new(format!("{expected} was expected")) }
    }

    fn unknown_variant(name: &str, _: &'static [&'static str]) -> Self {
        Bad::new(format!("“{name}” is not among what can stand here"))
    }
}

/// A value that is being read.
struct Plain(JsValue);

impl Plain {
    /// The items of a list.
    fn items(self) -> Option<impl Iterator<Item = Plain>> {
        let list = Array::is_array(&self.0).then(|| Array::from(&self.0))?;
        Some((0..list.length()).map(move |at| Plain(list.get(at))))
    }

    /// The fields of an object.
    fn entries(self) -> Option<impl Iterator<Item = (Plain, Plain)>> {
        let entries = Object::entries(self.0.dyn_ref::<Object>()?);
        Some(entries.into_iter().map(|entry| {
            let pair = Array::from(&entry);
            (Plain(pair.get(0)), Plain(pair.get(1)))
        }))
    }

    fn number(&self) -> Option<i64> {
        let whole = |n: &f64| n.fract() == 0.0 && n.abs() < (1u64 << 53) as f64;
        self.0.as_f64().filter(whole).map(|n| n as i64)
    }
}

/// An error where the value is of another type; `()` says nothing of what it is.
fn other<'de, T, V: Visitor<'de>>(visitor: &V) -> Result<T, Bad> {
    Err(Bad::invalid_type(Unexpected::Unit, visitor))
}

/// Methods that hand what a way of looking at the value gives, if it does, to the visitor's method.
macro_rules! read_as {
    ($($method:ident($value:ident) $get:expr => $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Bad> {
            let $value = self;
            match $get {
                Some(read) => visitor.$visit(read),
                None => other(&visitor),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Plain {
    type Error = Bad;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Bad> {
        if self.0.is_string() {
            self.deserialize_string(visitor)
        } else if Array::is_array(&self.0) {
            self.deserialize_seq(visitor)
        } else if self.0.is_object() {
            self.deserialize_map(visitor)
        } else if let Some(value) = self.0.as_bool() {
            visitor.visit_bool(value)
        } else if let Some(number) = self.number() {
            visitor.visit_i64(number)
        } else if let Some(number) = self.0.as_f64() {
            visitor.visit_f64(number)
        } else {
            visitor.visit_unit()
        }
    }

    read_as! {
        deserialize_bool(value) value.0.as_bool() => visit_bool;
        deserialize_i8(value) value.number() => visit_i64;
        deserialize_i16(value) value.number() => visit_i64;
        deserialize_i32(value) value.number() => visit_i64;
        deserialize_i64(value) value.number() => visit_i64;
        deserialize_u8(value) value.number() => visit_i64;
        deserialize_u16(value) value.number() => visit_i64;
        deserialize_u32(value) value.number() => visit_i64;
        deserialize_u64(value) value.number() => visit_i64;
        deserialize_f32(value) value.0.as_f64() => visit_f64;
        deserialize_f64(value) value.0.as_f64() => visit_f64;
        deserialize_str(value) value.0.as_string() => visit_string;
        deserialize_string(value) value.0.as_string() => visit_string;
        deserialize_identifier(value) value.0.as_string() => visit_string;
        deserialize_seq(value) value.items().map(SeqDeserializer::new) => visit_seq;
        deserialize_map(value) value.entries().map(MapDeserializer::new) => visit_map;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Bad> {
        match self.0.is_null() || self.0.is_undefined() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Bad> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Bad> {
        if !self.0.is_object() {
            return other(&visitor);
        }
        let read = visitor.visit_seq(Fields { object: self.0, fields: fields.iter() });
        read.map_err(|bad| match bad.missing.and_then(|number| fields.get(number)) {
            Some(field) => Bad::new(format!("“{field}” is missing")),
            None => bad,
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Bad> {
        match self.0.as_string() {
            Some(name) => visitor.visit_enum(name.into_deserializer()),
            None => other(&visitor),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Bad> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct newtype_struct tuple_struct
    }
}

impl IntoDeserializer<'_, Bad> for Plain {
    type Deserializer = Plain;

    fn into_deserializer(self) -> Plain {
        self
    }
}

/// The fields of a struct, in its order.
struct Fields {
    object: JsValue,
    fields: std::slice::Iter<'static, &'static str>,
}

impl<'de> SeqAccess<'de> for Fields {
    type Error = Bad;

    /// `None` where the object has no such field: the default stands in, or the struct asks for it.
    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Bad> {
        let Some(field) = self.fields.next() else { return Ok(None) };
        let value = Reflect::get(&self.object, &(*field).into()).unwrap_or_default();
        if value.is_undefined() {
            return Ok(None);
        }
        seed.deserialize(Plain(value)).map(Some).map_err(|bad| bad.within(field))
    }
}
