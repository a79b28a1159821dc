using MonitoringDemo.InferenceLog;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Card;

/// <summary>
/// The model card of a version, made of what the fleet wrote down: never by hand. Claims nothing: also while a fleet works there, and after it stopped.
/// </summary>
/// <remarks>M. Mitchell et al., "Model cards for model reporting", FAT* 2019.</remarks>
public static class ModelCards
{
    /// <summary>The card of one version.</summary>
    /// <param name="journal">Of the registry.</param>
    /// <param name="blobs">Its artifacts and snapshots.</param>
    /// <param name="log">The rows that came since: calibration, fairness and robustness are measured on them.</param>
    /// <param name="version">Which version.</param>
    /// <param name="said">What people said of the model.</param>
    /// <param name="format">HTML or Markdown: the same words.</param>
    /// <exception cref="AuditException">There is no such version, or what the registry keeps of it is gone or altered; the message says which.</exception>
    /// <exception cref="CorruptLogException">A record of the log is damaged.</exception>
    public static string Write(IJournal journal, IBlobStore blobs, IInferenceLog log, int version, CardOptions said, CardFormat format)
    {
        ArgumentNullException.ThrowIfNull(said);
        var subject = CardSubject.Read(journal, blobs, log, version, said);
        var name = subject.State.Release?.Change.Model ?? "model";
        return CardText.Write(
            format,
            CardText.Words($"Model card: {name}, version {version}"),
            CardText.Words($"Made of the registry's journal (entries 1 to {subject.Entries.Count:N0}) and of the inference log."),
            [
                UseSection.Of(subject), WhatItIsSection.Of(subject), DataSection.Of(subject), QualitySection.Of(subject), CalibrationSection.Of(subject), FairnessSection.Of(subject),
                RobustnessSection.Of(subject), ExplanationSection.Of(subject), LimitsSection.Of(subject), LineageSection.Of(subject), ReleaseSection.Of(subject),
            ]);
    }
}
