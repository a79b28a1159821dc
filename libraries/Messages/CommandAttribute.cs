namespace MonitoringDemo.Messages;

/// <summary>Marks a message that asks for something, where others tell what happened. One that no queue takes is an error: nobody would obey it, and the sender has to hear that.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CommandAttribute : Attribute;
