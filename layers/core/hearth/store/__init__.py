"""DynamoDB, one file per table: takes and returns domain objects, translates its errors."""
