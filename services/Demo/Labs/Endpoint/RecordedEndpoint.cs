using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Demo.Labs.Endpoint;

/// <summary>A stub of a language model that helps the customers of a shop: prompts and answers are drawn from fixed sentences by a seed, so everybody sees the same recording. Generated; nothing is called.</summary>
internal static class RecordedEndpoint
{
    private const ulong Seed = 13;
    private const double UsualRefusals = 0.02;
    private const double MoreRefusals = 0.1;
    private const double Slower = 1.4;
    private const double NewTopicShare = 0.4;

    private static readonly string[][] s_topics =
    [
        ["Where is my parcel?", "The parcel was to arrive on Monday and has not.", "Can the delivery be moved to another day?", "The courier left a card and no parcel."],
        ["How do I send a jacket back?", "The shoes are too small, I want to return them.", "Is a return free of charge?", "When is the money for my return paid back?"],
        ["The invoice shows the wrong address.", "I was charged twice for one order.", "Which cards can I pay with?", "Please send me the invoice of March again."],
        ["I forgot my password.", "How do I change the address of my account?", "Please delete my account.", "I cannot sign in on my telephone."],
    ];

    private static readonly string[] s_recall =
    [
        "Is the battery of my bicycle lamp among those recalled?", "The lamp got hot while charging, is that the recalled model?",
        "Which serial numbers does the recall of bicycle lamps cover?", "I bought two lamps with the faulty battery, what about the recall?",
    ];

    private static readonly string[] s_products = ["jacket", "bicycle lamp", "kettle", "pair of shoes", "book", "desk", "telephone", "rucksack"];
    private static readonly string[] s_beginnings = ["Hello.", "Good morning, a question.", "Please help.", "Hi there,"];

    private static readonly string[] s_sentences =
    [
        "Thank you for your message.", "I have looked up the order that you mean.", "You find it under orders on your page.", "Please have the number of the order at hand.",
        "It usually takes two to three working days.", "You will get a message as soon as it is done.", "If it takes longer, write to us again.", "There is no charge for it.",
    ];

    private const string Refusal = "I am sorry, I cannot help with this request.";

    /// <summary>Every call of a world.</summary>
    public static IReadOnlyList<LanguageModelCall> Calls(EndpointWorld world) => [.. Enumerable.Range(0, EndpointWorld.Calls).Select(call => Answer(world, call))];

    private static LanguageModelCall Answer(EndpointWorld world, int number)
    {
        var random = new SplitMix64(SplitMix64.Mix(Seed, (ulong)number));
        var (topic, place, isNew) = (s_topics[random.NextInt(s_topics.Length)], random.NextInt(4), random.NextDouble() < NewTopicShare);
        var refused = random.NextDouble() < (world.IsChanged(number, EndpointSignals.Refused) ? MoreRefusals : UsualRefusals);
        var sentences = 2 + random.NextInt(4) + (world.IsChanged(number, EndpointSignals.AnswerTokens) ? 1 : 0);
        var (beginning, product) = (s_beginnings[random.NextInt(s_beginnings.Length)], s_products[random.NextInt(s_products.Length)]);
        var line = world.IsChanged(number, EndpointSignals.Embedding) && isNew ? s_recall[place] : topic[place];
        var prompt = $"{beginning} {line} It is about the {product}.";
        var answer = refused ? Refusal : string.Join(' ', Enumerable.Range(0, sentences).Select(_ => s_sentences[random.NextInt(s_sentences.Length)]));
        var (asked, answered) = (Tokens(prompt), Tokens(answer));
        // A fixed part, a part for each token, and what the others on the machine make of it.
        var latency = (120 + (18 * answered)) * Deterministic.Exp(0.25 * random.NextNormal()) * (world.IsChanged(number, EndpointSignals.Latency) ? Slower : 1);
        return new LanguageModelCall(number, prompt, answer, asked, answered, Math.Round(latency, 1), Math.Round((0.5 * asked) + (1.5 * answered), 1), refused);
    }

    private static int Tokens(string text) => text.Split(' ').Length + text.Count(char.IsPunctuation);
}
