namespace MonitoringDemo.Inference.Requests;

/// <summary>Where in a request something stands: <c>instances[3].tempo</c>. Made into text only when there is something to say.</summary>
internal readonly record struct FieldPath(string Root, int Index = -1, string? Field = null)
{
    public override string ToString()
    {
        var row = Index < 0 ? Root : FormattableString.Invariant($"{Root}[{Index}]");
        return Field is null ? row : $"{row}.{Field}";
    }
}
