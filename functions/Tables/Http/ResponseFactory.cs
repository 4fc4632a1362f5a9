using System.Globalization;
using System.Text;
using System.Text.Json;
using FollowUp.Tables.Rows;
using FollowUp.Tables.Store;

namespace FollowUp.Tables.Http;

/// <summary>What the service says, in the form that the client reads.</summary>
internal sealed class ResponseFactory(TimeProvider time)
{
    private const string Json = "application/json;odata=minimalmetadata;streaming=true;charset=utf-8";

    private long number;

    public static PlainResponse Done(Row? row) => new(204, "No Content", row is null ? [] : new() { { "ETag", row.ETag } }, null);

    public static PlainResponse Found(string table, Row row, IReadOnlyList<string>? select)
    {
        Headers headers = new() { { "ETag", row.ETag }, { "Content-Type", Json } };
        byte[] head = Encoding.UTF8.GetBytes($"{{\"odata.metadata\":\"https://tables/$metadata#{table}/@Element\",");
        return new(200, "OK", headers, [.. head, .. select is null ? row.Json : RowWriter.Inside(row, select)]);
    }

    public static PlainResponse Created(string table, Row row)
    {
        PlainResponse answer = Found(table, row, null);
        byte[] body = ((MemoryStream)answer.ContentStream!).ToArray();
        return new(201, "Created", new() { { "ETag", row.ETag }, { "Content-Type", Json } }, body);
    }

    public static PlainResponse TableCreated(string table) => new(
        201, "Created", new() { { "Content-Type", Json } },
        Encoding.UTF8.GetBytes($"{{\"odata.metadata\":\"https://tables/$metadata#Tables/@Element\",\"TableName\":\"{table}\"}}"));

    public static PlainResponse Rows(string table, Page page, IReadOnlyList<string>? select)
    {
        Headers headers = new() { { "Content-Type", Json } };
        if (page.Next is { } next)
        {
            headers.Add("x-ms-continuation-NextPartitionKey", ContinuationToken.Write(next.Partition));
            headers.Add("x-ms-continuation-NextRowKey", ContinuationToken.Write(next.Key));
        }

        return new(200, "OK", headers, RowListWriter.Write(table, page.Rows, select));
    }

    public static PlainResponse Tables(IReadOnlyList<string> names, string? next)
    {
        Headers headers = new() { { "Content-Type", Json } };
        if (next is not null)
        {
            headers.Add("x-ms-continuation-NextTableName", ContinuationToken.Write(next));
        }

        string list = string.Join(',', names.Select(name => $"{{\"TableName\":\"{name}\"}}"));
        string body = $"{{\"odata.metadata\":\"https://tables/$metadata#Tables\",\"value\":[{list}]}}";
        return new(200, "OK", headers, Encoding.UTF8.GetBytes(body));
    }

    public PlainResponse Refused(Refusal refusal, TimeSpan? retryAfter = null)
    {
        Headers headers = new() { { "x-ms-error-code", refusal.Code }, { "Content-Type", Json } };
        if (retryAfter is { } wait)
        {
            headers.Add("Retry-After", Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        return new(refusal.Status, refusal.Code, headers, Encoding.UTF8.GetBytes(Error(refusal, refusal.Message)));
    }

    public PlainResponse Batch(BatchOutcome outcome)
    {
        string boundary = string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref number):x8}");
        StringBuilder text = new(512);
        text.Append($"--batchresponse_{boundary}\r\nContent-Type: multipart/mixed; boundary=changesetresponse_{boundary}\r\n\r\n");
        if (outcome.Refusal is { } refusal)
        {
            Begin(text, boundary, refusal.Status, refusal.Code);
            string message = string.Create(CultureInfo.InvariantCulture, $"{outcome.RefusedAt}:{refusal.Message}");
            text.Append($"Content-Type: {Json}\r\n\r\n{Error(refusal, message)}\r\n");
        }

        foreach (Row? row in outcome.Rows)
        {
            Begin(text, boundary, 204, "No Content");
            text.Append(row is null ? "\r\n\r\n" : $"ETag: {row.ETag}\r\n\r\n\r\n");
        }

        text.Append($"--changesetresponse_{boundary}--\r\n--batchresponse_{boundary}--\r\n");
        Headers headers = new() { { "Content-Type", $"multipart/mixed; boundary=batchresponse_{boundary}" } };
        return new(202, "Accepted", headers, Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static void Begin(StringBuilder text, string boundary, int status, string reason) => text.Append(
        CultureInfo.InvariantCulture,
        $"--changesetresponse_{boundary}\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 {status} {reason}\r\n");

    private string Error(Refusal refusal, string message)
    {
        long request = Interlocked.Increment(ref number);
        string now = Timestamps.Text(time.GetUtcNow().UtcDateTime);
        JsonEncodedText whole = JsonEncodedText.Encode(
            string.Create(CultureInfo.InvariantCulture, $"{message}\nRequestId:in-memory-{request}\nTime:{now}"));
        return $"{{\"odata.error\":{{\"code\":\"{refusal.Code}\",\"message\":{{\"lang\":\"en-US\",\"value\":\"{whole}\"}}}}}}";
    }
}
