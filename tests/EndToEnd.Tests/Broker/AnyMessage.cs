namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>A message of a type with every part that a sender has to give: empty text, empty lists, zeros.</summary>
internal static class AnyMessage
{
    public static object Of(Type record)
    {
        var constructor = record.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => parameter.HasDefaultValue ? null : Any(parameter.ParameterType))]);
    }

    private static object? Any(Type type)
    {
        if (type == typeof(string)) return "";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) return Array.CreateInstance(type.GetGenericArguments()[0], 0);
        return type.IsValueType ? Activator.CreateInstance(type) : Of(type);
    }
}
