"""Reading one text: prepared text -> mentions -> citations -> relations, all pure functions."""
