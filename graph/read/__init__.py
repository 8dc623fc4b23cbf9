"""Well-formed input: tables of the register into typed rows."""
