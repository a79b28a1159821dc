namespace MonitoringDemo.LiveStory.Playing;

/// <summary>The live demo did not do what was waited for.</summary>
public sealed class LiveStoryException : Exception
{
    public LiveStoryException(string message)
        : base(message)
    {
    }

    public LiveStoryException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public LiveStoryException()
    {
    }
}
