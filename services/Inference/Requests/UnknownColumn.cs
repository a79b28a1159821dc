namespace MonitoringDemo.Inference.Requests;

/// <summary>A field of requests that the schema does not know.</summary>
/// <param name="Name">As it was sent; <see cref="UnknownColumns.Others"/> for all beyond the first names.</param>
/// <param name="Kind">What its first value was: a number, a text, true or false, null, an array, an object.</param>
/// <param name="Rows">Rows that carried it since this process started.</param>
/// <param name="Since">When the first came.</param>
internal sealed record UnknownColumn(string Name, string Kind, long Rows, DateTimeOffset Since);
