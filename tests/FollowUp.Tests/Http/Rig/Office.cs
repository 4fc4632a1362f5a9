using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using FollowUp.Lives;
using FollowUp.Tables;
using FollowUp.Tests.Rig;

namespace FollowUp.Tests.Http.Rig;

/// <summary>
/// The app on LocalHost over tables in memory, with one agreement in it, for calls as clients of all sorts make them. The clock stands.
/// </summary>
public sealed class Office : IAsyncLifetime
{
    private readonly LocalHostUnderTest host = new(Town.Moment("2020-05-11 10:00"));

    public HttpClient Http => host.Http;

    public InMemoryTables Tables => (InMemoryTables)host.Tables;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await host.Start(Cancel);
        JsonObject item = Papers.ItemOf();
        item["stages"] = new JsonArray(new JsonObject { ["id"] = "draft", ["dueOn"] = "2020-06-01" });
        JsonObject register = new()
        {
            ["people"] = Papers.People,
            ["agreements"] = new JsonArray(Papers.AgreementOf(Papers.Agreement, item)),
        };
        Answer registered = await Send("POST", "/api/registers", Json(register.ToJsonString()));
        registered.Status.Should().Be(201, registered.Text);
        await host.WhenStill(Cancel);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    public void Advance(TimeSpan by) => host.Clock.Advance(by);

    public async Task<Answer> Send(string method, string path, HttpContent? body = null, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(new(method), path) { Content = body };
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value).Should().BeTrue();
        }

        HttpResponseMessage message = await Http.SendAsync(request, Cancel);
        return method == "HEAD" ? new((int)message.StatusCode, null, await message.Content.ReadAsStringAsync(Cancel), message)
            : await Answer.Of(message, Cancel);
    }

    /// <summary>Everything that is stored, with its version; what was under way is done by then.</summary>
    public async Task<IReadOnlyList<string>> Stored()
    {
        await host.WhenStill(Cancel);
        TableServiceClient tables = new(InMemoryTables.ConnectionString, new TableClientOptions { Transport = host.Tables });
        List<string> rows = [];
        await foreach (Azure.Data.Tables.Models.TableItem table in tables.QueryAsync(cancellationToken: Cancel))
        {
            await foreach (TableEntity row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>(cancellationToken: Cancel))
            {
                rows.Add($"{table.Name} {row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        return rows;
    }

    public static HttpContent Json(string body) => Bytes(Encoding.UTF8.GetBytes(body), "application/json");

    /// <param name="type">Null for none; it need not be one.</param>
    public static HttpContent Bytes(byte[] body, string? type, string? coding = null)
    {
        ByteArrayContent content = new(body);
        content.Headers.ContentType = null;
        _ = type is null || content.Headers.TryAddWithoutValidation("Content-Type", type);
        _ = coding is null || content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return content;
    }
}
