namespace MonitoringDemo.Inference.Requests;

/// <summary>What becomes of a row with a field that the schema does not know.</summary>
public enum UnknownFields
{
    /// <summary>The request is refused, and told the field's name.</summary>
    Refuse,

    /// <summary>The row is answered without the field, which is named and counted.</summary>
    Pass,
}
