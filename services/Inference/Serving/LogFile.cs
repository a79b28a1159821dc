using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Inference.Serving;

internal static class LogFile
{
    /// <exception cref="DataDirectoryInUseException">Another inference service writes there.</exception>
    public static ILogWriter Open(IInferenceLog log, DataDirectory data, InferenceOptions options, LogHold? hold, TimeProvider time)
    {
        try
        {
            return log.OpenWriter(new InferenceLogOptions
            {
                SegmentBytes = options.SegmentBytes,
                RetainBytes = options.RetainBytes,
                RetainFor = options.RetainFor,
                Hold = hold,
                Flush = options.Flush,
                Clock = time,
            });
        }
        catch (LogInUseException e)
        {
            throw new DataDirectoryInUseException(data.Root, e);
        }
    }
}
