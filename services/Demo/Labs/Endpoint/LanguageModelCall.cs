namespace MonitoringDemo.Demo.Labs.Endpoint;

/// <summary>One call of a language model, as whoever pays for it can record it.</summary>
/// <param name="Number">From 0 on.</param>
/// <param name="Prompt">What was asked.</param>
/// <param name="Answer">What came back.</param>
/// <param name="PromptTokens">Words and signs of the prompt.</param>
/// <param name="AnswerTokens">Words and signs of the answer.</param>
/// <param name="LatencyMs">How long it took, in milliseconds: computed, for nothing is really called.</param>
/// <param name="Cost">In thousandths of a currency unit.</param>
/// <param name="Refused">Whether it declined to answer.</param>
internal sealed record LanguageModelCall(int Number, string Prompt, string Answer, int PromptTokens, int AnswerTokens, double LatencyMs, double Cost, bool Refused);
